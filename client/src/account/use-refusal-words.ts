import { useTranslation } from 'react-i18next';
import { RequestRefused } from './ask-api.js';

const KNOWN = [
  'sign-in-expired', 'sign-in-used', 'sign-in-other-browser', 'sign-in-first', 'code-wrong', 'too-many-tries', 'too-many-requests', 'passkey-refused', 'token-required',
] as const;

/** What to tell the reader about a refusal: our words for what they can meet here, else the server's. */
export function useRefusalWords(): (error: unknown) => string {
  const { t } = useTranslation('account');
  return (error) => {
    if (!(error instanceof RequestRefused)) return t('refused.browser');
    if (error.problem === null) return t('refused.unreachable');
    const known = KNOWN.find((code) => code === error.code);
    return known === undefined ? error.problem.detail : t(`refused.${known}`);
  };
}
