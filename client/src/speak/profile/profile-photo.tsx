import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { RequestRefused } from '../../account/ask-api.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { showToast } from '../../ui/toasts.js';
import { photoAddress, putPhoto, removePhoto } from '../speaking-requests.js';
import styles from './profile-photo.module.css';

/** Bytes, as the server has it. */
const MOST = 5_000_000;
const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'];

/** One's photo as the server made it: what is shown here is what others will see. */
export function ProfilePhoto({ slug, photo }: { slug: string; photo: string | null }) {
  const { t } = useTranslation('speak');
  const client = useQueryClient();
  const [tooLarge, setTooLarge] = useState(false);
  const change = useMutation({
    mutationFn: async (file: File | null) => await (file === null ? removePhoto(slug) : putPhoto(slug, file)),
    onSuccess: (profile, file) => {
      client.setQueryData(['my-profile', slug], profile);
      showToast(t(file === null ? 'profile.photoRemoved' : 'profile.photoSaved'));
    },
  });
  const choose = (files: FileList | null): void => {
    const file = files?.item(0) ?? null;
    if (file === null) return;
    setTooLarge(file.size > MOST);
    if (file.size <= MOST) change.mutate(file);
  };
  const refused = change.error instanceof RequestRefused ? (change.error.problem?.detail ?? t('failed')) : null;
  const error = tooLarge ? t('profile.tooLarge') : refused;
  return (
    <section className={styles.photo} aria-label={t('profile.photo')}>
      {photo === null ? (
        <span className={styles.none} role="img" aria-label={t('profile.noPhoto')}>
          <Icon name="plus" size={2} />
        </span>
      ) : (
        <img className={styles.picture} src={photoAddress(slug, photo)} alt={t('profile.photo')} width="128" height="128" />
      )}
      <div className={styles.words}>
        <p className={styles.note}>{t('profile.photoText')}</p>
        <div className={styles.actions}>
          <FileTrigger acceptedFileTypes={TYPES} onSelect={choose}>
            <Button isDisabled={change.isPending}>{t('profile.choose')}</Button>
          </FileTrigger>
          {photo !== null && (
            <Button look="quiet" isDisabled={change.isPending} onPress={() => change.mutate(null)}>
              {t('profile.remove')}
            </Button>
          )}
        </div>
        {error !== null && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
    </section>
  );
}
