import { z } from 'zod';

/**
 * An instant as text, always UTC with milliseconds: `2026-11-24T09:00:00.000Z`.
 * One spelling, so that two equal instants are equal texts. Input may carry any offset; it is normalised.
 */
export const InstantText = z.iso
  .datetime({ offset: true, error: 'Give a date and time with an offset, such as 2026-11-24T10:00:00+01:00.' })
  .transform((text) => new Date(text).toISOString());

/** The same on the way out, and where a value is already normalised. */
export const CanonicalInstant = z.iso.datetime();

export const DateText = z.iso.date();

/** An IANA time zone that this runtime knows, such as `Europe/Paris`. */
export const ZoneName = z
  .string()
  .max(64)
  .refine(isZone, { error: 'Give an IANA time zone, such as Europe/Paris or Asia/Tehran.' });

export const Slug = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, {
    error: 'Use lower-case letters, digits and hyphens, such as open-skies-2026.',
  });

/** BCP 47 tag, as short as possible: `en`, `fa`, `de`, `pt-BR`. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, { error: 'Give a language tag, such as en or fa.' });

export const Colour = z.string().regex(/^#[0-9a-f]{6}$/i, { error: 'Give a colour as #rrggbb.' });

export const Title = z.string().trim().min(1, { error: 'Give a name or title.' }).max(500);
export const ShortText = z.string().max(1_000);
export const LongText = z.string().max(100_000);

export const Minutes = z.number().int();

export type LanguageTag = z.infer<typeof LanguageTag>;

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
