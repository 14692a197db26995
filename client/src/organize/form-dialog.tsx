import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/dialog.js';
import type { FieldSpec, FormValues } from './fields/field-spec.js';
import { RequestForm } from './request-form.js';

interface Props {
  title: string;
  fields: (values: FormValues) => readonly FieldSpec[];
  initial: FormValues;
  submitLabel: string;
  onSubmit: (values: FormValues) => Promise<void>;
  onClose: () => void;
}

/** A form over the page. It closes when the server took what was given. */
export function FormDialog({ title, onSubmit, onClose, ...form }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} closeLabel={t('app.close')} isOpen onOpenChange={(open) => !open && onClose()}>
      <RequestForm
        {...form}
        onCancel={onClose}
        onSubmit={async (values) => {
          await onSubmit(values);
          onClose();
        }}
      />
    </Dialog>
  );
}
