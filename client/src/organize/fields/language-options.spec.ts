import { languageName, languageOptions } from './language-options.js';

describe('the languages to choose from', () => {
  it('are called as the reader’s language calls them, each once', () => {
    const options = languageOptions('fa');
    expect(options.find(({ value }) => value === 'fr')).toEqual({ value: 'fr', label: 'فرانسوی', note: 'fr' });
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
  });

  it('begin with the wanted ones, in their order', () => {
    expect(languageOptions('en', ['fa', 'de']).slice(0, 3).map(({ label }) => label)).toEqual(['Persian', 'German', 'Abkhazian']);
  });

  it('are called by their tag where they have no name', () => {
    expect([languageName('not a tag', 'en'), languageName('pt-BR', 'en')]).toEqual(['not a tag', 'Brazilian Portuguese']);
  });
});
