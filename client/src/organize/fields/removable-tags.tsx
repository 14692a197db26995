import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { Icon } from '../../ui/icon.js';
import styles from './fields.module.css';

interface Props {
  label: string;
  tags: readonly { id: string; name: string }[];
  onRemove: (ids: ReadonlySet<string | number>) => void;
}

/** What was put into a list: each is a tag that can be taken out. Nothing where there is none. */
export function RemovableTags({ label, tags, onRemove }: Props) {
  const { t } = useTranslation('organize');
  if (tags.length === 0) return null;
  return (
    <TagGroup aria-label={label} onRemove={onRemove}>
      <TagList className={styles.tags}>
        {tags.map(({ id, name }) => (
          <Tag key={id} id={id} textValue={name} className={styles.tag}>
            <bdi>{name}</bdi>
            <Button slot="remove" className={styles.untag} aria-label={t('form.removeNamed', { name })}>
              <Icon name="close" size={0.875} />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
