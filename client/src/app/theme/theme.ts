import { storedValue } from '../stored-value.js';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** The same key as in public/before-paint.js, which dresses the page before this is loaded. */
const store = storedValue('meridian.theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

export const onThemeChoice = store.subscribe;

export function themeChoice(): ThemeChoice {
  const value = store.read();
  return value === 'light' || value === 'dark' ? value : 'system';
}

export const chooseTheme = (choice: ThemeChoice): void => store.write(choice);

/** The theme as it is seen. */
export function theme(): 'light' | 'dark' {
  const choice = themeChoice();
  return choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
}

/** Told when what `theme` answers may have changed. */
export function onTheme(listener: () => void): () => void {
  const forget = store.subscribe(listener);
  dark.addEventListener('change', listener);
  return () => {
    forget();
    dark.removeEventListener('change', listener);
  };
}

/** Keeps the page in the chosen theme, and in that of the device where none was chosen. */
export function keepTheme(): void {
  const dress = (): void => {
    document.documentElement.dataset.theme = theme();
  };
  onTheme(dress);
  dress();
}
