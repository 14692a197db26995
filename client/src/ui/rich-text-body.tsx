import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { useMemo } from 'react';
import styles from './rich-text-body.module.css';

/** The headings around such a text go down to the second level: its own begin at the third. */
const HEADINGS_BELOW = 2;

const marked = new Marked({
  gfm: true,
  breaks: true,
  walkTokens: (token) => {
    if (token.type === 'heading') token.depth = Math.min(6, (token.depth as number) + HEADINGS_BELOW);
  },
});

const purifier = DOMPurify(window);
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName !== 'A') return;
  node.setAttribute('rel', 'noopener noreferrer nofollow');
  node.setAttribute('target', '_blank');
});

// a list of what may stay, not of what must go; no images: they would tell their server who reads this
const ALLOWED = {
  ALLOWED_TAGS: [
    'a', 'abbr', 'b', 'bdi', 'blockquote', 'br', 'code', 'dd', 'del', 'dl', 'dt', 'em', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'ins', 'kbd', 'li', 'mark',
    'ol', 'p', 'pre', 'q', 's', 'small', 'strong', 'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'u', 'ul',
  ],
  ALLOWED_ATTR: ['href', 'title', 'lang', 'dir', 'start', 'colspan', 'rowspan'],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

export function RichTextBody({ text }: { text: string }) {
  const html = useMemo(() => purifier.sanitize(marked.parse(text, { async: false }), ALLOWED), [text]);
  return <div className={styles.text} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
