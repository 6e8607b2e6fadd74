declare global {
  var __webpack_nonce__: string | undefined;
}

/** With what the page's policy lets style sheets be made; undefined where no policy asks for it (the dev server). */
export function styleNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
}

/** The scroll lock of dialogs makes a style sheet of its own, and looks for its nonce under this name. */
export function shareNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
