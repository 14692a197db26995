import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

/** Strict where TypeScript knows types; each exception has its reason beside it. */
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', '.meridian/', 'coverage/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // an empty text is no value either
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // numbers are read well in a sentence; objects are not, and stay forbidden
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // an arrow function that ends in a call of no value is the shortest way to say it
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `void work()` says that a promise is let go on purpose
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Nest's modules are classes that hold nothing but their decorator
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      // `process.env['PORT']`: a name that the type does not know is written as the text that it is
      '@typescript-eslint/dot-notation': 'off',
      // noUncheckedIndexedAccess makes `!` the way to say that a loop stays within its bounds
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // records keyed by id are how an agenda travels
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `newId<SessionId>()`, `ask<Session>()`: the caller says what it is
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // entities are rows: classes without methods, copied field by field
      '@typescript-eslint/no-misused-spread': 'off',
      // Nest and Socket.IO declare their options as classes
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // an interface asks for a promise; whether its maker waits for something is its own matter
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.spec.ts', '**/*.spec.tsx', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // answers are compared whole, and what is missing in them fails the comparison
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['client/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { caughtErrors: 'none' }], eqeqeq: 'error', 'prefer-const': 'error' },
    languageOptions: {
      globals: readonly([
        'process', 'console', 'URL', 'Buffer', 'fetch', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval',
        'setImmediate', 'queueMicrotask', 'performance', 'module', 'TextEncoder', 'TextDecoder', 'AbortController',
        'AbortSignal', 'structuredClone',
      ]),
    },
  },
  {
    files: ['client/public/**/*.js'],
    languageOptions: { globals: readonly(['document', 'window', 'location', 'localStorage', 'matchMedia', 'navigator']) },
  },
);
