import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.js';

interface Props {
  title: string;
  bookmarked: boolean;
  onToggle: () => void;
}

export function BookmarkButton({ title, bookmarked, onToggle }: Props) {
  const { t } = useTranslation('agenda');
  return <IconButton icon="bookmark" filled={bookmarked} pressed={bookmarked} label={t('bookmark', { title })} onPress={onToggle} />;
}
