import '@mantine/core/styles.css';
import './design/tokens.css';
import './design/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { shareNonce } from './data/nonce.ts';
import { createSettings } from './data/settings.ts';
import { startI18n } from './i18n/i18n.ts';

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) return;
  shareNonce();
  const settings = createSettings({ storage: localStorage, page: document });
  const i18n = await startI18n(settings, document.documentElement);
  createRoot(root).render(<App settings={settings} i18n={i18n} />);
}

main().catch((error: unknown) => {
  // Nothing is drawn yet that could say it.
  console.error(error);
  document.body.textContent =
    'The dashboard could not be loaded. Reload the page. · تعذّر تحميل اللوحة. أعد تحميل الصفحة.';
});
