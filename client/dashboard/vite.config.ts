import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Everything that a path below the dashboard is for the gateway, while Vite serves the sources. */
const GATEWAY = 'http://localhost:5000';

export default defineConfig({
  root: here('.'),
  base: '/dashboard/',
  plugins: [compactDocuments(), react()],
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // The gateway reads from it which files a page loads.
    manifest: 'manifest.json',
    // Fonts and pictures stay files: the page's policy loads them from this server, not from `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: [here('main.tsx'), here('design/fonts.css')] },
  },
  server: {
    proxy: {
      '/graphql': { target: GATEWAY, ws: true },
      '/api': GATEWAY,
      '/sandbox': GATEWAY,
    },
  },
});

/** Documents repeat their fragments, each with its indentation: without it they are small, and closer to one another. */
function compactDocuments(): Plugin {
  return {
    name: 'compact-documents',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('/generated/graphql.ts') ? { code: code.replace(/\n[ \n]+/g, '\n'), map: null } : null,
  };
}
