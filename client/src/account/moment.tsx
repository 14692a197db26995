import { useFormat } from '../ui/use-format.js';

/** A day and an hour in the reader's own zone, which is named; with the year, as passkeys grow old. */
export function Moment({ at }: { at: string }) {
  const { locale } = useFormat();
  const words = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  return <time dateTime={at}>{words.format(new Date(at))}</time>;
}
