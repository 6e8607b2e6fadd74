import { Component, type ReactNode } from 'react';
import { Failed } from './states.tsx';

/** A part of the code did not arrive: the network was away, or the gateway has a newer dashboard. */
export class CodeMissing extends Error {}

/** Keeps one broken screen from taking the rest with it, and offers to try again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new Error('Something was thrown that is nothing.') };
  }

  /** Code that once failed to arrive is not fetched again within the same page. */
  readonly #retry = () => {
    if (!(this.state.error instanceof CodeMissing)) this.setState({ error: null });
    else if (navigator.onLine) location.reload();
  };

  override render(): ReactNode {
    if (this.state.error !== null) return <Failed alone onRetry={this.#retry} />;
    return this.props.children;
  }
}
