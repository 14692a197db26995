import { useTranslation } from 'react-i18next';
import styles from './fields.module.css';

/** The words of a label; of a field that may be left empty they say so. */
export function FieldLabel({ children, isOptional }: { children: string; isOptional: boolean }) {
  const { t } = useTranslation('organize');
  return (
    <>
      {children}
      {isOptional && <span className={styles.optional}> {t('form.optional')}</span>}
    </>
  );
}
