import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: from('.'),
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^@contract\/(.*)\.js$/, replacement: `${from('../src/contract')}/$1.ts` },
      { find: /^@rules\/(.*)\.js$/, replacement: `${from('../src/rules')}/$1.ts` },
    ],
  },
  build: { outDir: from('../dist/client'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: {
    // the aliases point outside of client/
    fs: { allow: ['..'] },
    proxy: { '/api': 'http://127.0.0.1:3000', '/socket.io': { target: 'ws://127.0.0.1:3000', ws: true } },
  },
});
