import { Component, type ReactNode } from 'react';
import { Failed } from './states.tsx';

/** Keeps one broken screen from taking the rest with it, and offers to try again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (this.state.failed) return <Failed onRetry={() => this.setState({ failed: false })} />;
    return this.props.children;
  }
}
