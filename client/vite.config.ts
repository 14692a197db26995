import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstViewChunk } from './build/first-view-chunk.js';
import { languagePreload } from './build/language-preload-plugin.js';
import { precache } from './build/precache-plugin.js';
import { reactAriaStrings } from './build/react-aria-strings-plugin.js';

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: from('.'),
  plugins: [reactAriaStrings(), react(), languagePreload(), precache()],
  resolve: {
    alias: [
      { find: /^@contract\/(.*)\.js$/, replacement: `${from('../src/contract')}/$1.ts` },
      { find: /^@rules\/(.*)\.js$/, replacement: `${from('../src/rules')}/$1.ts` },
    ],
  },
  // the server puts a fresh nonce in its place with each response
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: from('../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // one small file: a dozen requests for a kilobyte each cost more than what a page does not use of it
    cssCodeSplit: false,
    rolldownOptions: {
      input: { index: from('index.html'), sw: from('src/service-worker.ts') },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: { groups: [{ name: firstViewChunk }] },
      },
    },
  },
  server: {
    // the aliases point outside of client/
    fs: { allow: ['..'] },
    proxy: { '/api': 'http://127.0.0.1:3000', '/socket.io': { target: 'ws://127.0.0.1:3000', ws: true } },
  },
});
