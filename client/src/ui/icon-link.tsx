import { Link } from 'react-router';
import { Icon, type IconName } from './icon.js';
import styles from './icon-button.module.css';

interface Props {
  icon: IconName;
  label: string;
  href: string;
}

/** Looks like an icon button, and goes somewhere. */
export function IconLink({ icon, label, href }: Props) {
  return (
    <Link to={href} aria-label={label} title={label} className={styles.button}>
      <Icon name={icon} />
    </Link>
  );
}
