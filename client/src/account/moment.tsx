import { useTranslation } from 'react-i18next';

/** A day and an hour in the reader's own zone. */
export function Moment({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const words = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
  return <time dateTime={at}>{words}</time>;
}
