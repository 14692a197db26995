import { lazy, Suspense } from 'react';
import { Skeleton } from './skeleton.js';

// a parser and a sanitizer are heavy, and only wanted where a long text is read
const RichTextBody = lazy(async () => ({ default: (await import('./rich-text-body.js')).RichTextBody }));

/** A text of others, in Markdown or HTML, made harmless. */
export function RichText({ text }: { text: string }) {
  return (
    <Suspense fallback={<Skeleton height="8rem" />}>
      <RichTextBody text={text} />
    </Suspense>
  );
}
