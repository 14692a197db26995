import type { Plugin } from 'vite';

const RESOURCES = /[\\/]src[\\/]i18n[\\/](\w+)[\\/]resources\.ts$/;
const SCRIPT = '<script src="/before-paint.js"';

/**
 * Tells public/before-paint.js where the texts of each language are, so that the reader's own travel together with the
 * scripts and not after them.
 */
export function languagePreload(): Plugin {
  return {
    name: 'meridian:language-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).flatMap((file) => (file.type === 'chunk' && file.facadeModuleId !== null ? [file] : []));
        const paths = chunks.flatMap((chunk) => {
          const language = RESOURCES.exec(chunk.facadeModuleId ?? '')?.[1];
          return language === undefined ? [] : [`${language} /${chunk.fileName}`];
        });
        if (paths.length === 0 || !html.includes(SCRIPT)) throw new Error('no texts of a language, or no script to tell of them');
        return html.replace(SCRIPT, `${SCRIPT} data-languages="${paths.join(', ')}"`);
      },
    },
  };
}
