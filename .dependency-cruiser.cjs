/** Who may import whom: docs/architecture.md, "Dependency rule", as a check. */
const FEATURES = '(conferences|people|agenda|attendance|streams|show|interaction|exchange|notifications|demo)';
/** What a feature shows to the others: its module, its reads, and use cases that are made to be part of another's transaction. */
const SHOWN = '(\\.module|\\.queries|\\.cli|/publish|/release-agenda|/record-draft-edit|/tell-boards|/queue-mail|/notify|/refuse-double-booking|/entity-tag|/send-due-reminders|/move-up|/leave-attendance|/forget-followed|/empty-attendance)\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'contract-imports-zod-only',
      comment: 'Server and client read the contract; it knows neither.',
      severity: 'error',
      from: { path: '^src/contract/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'No Nest, TypeORM, clock, randomness or I/O in a rule: contract, other rules and pure libraries of time only.',
      severity: 'error',
      from: { path: '^src/rules/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^src/rules/', '^src/contract/', '^node_modules/(temporal-polyfill|temporal-spec|temporal-utils)/'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^src/${FEATURES}/` },
    },
    {
      name: 'realtime-knows-no-feature',
      comment: 'Features hand it typed messages.',
      severity: 'error',
      from: { path: '^src/realtime/', pathNot: '\\.spec\\.ts$' },
      to: { path: `^src/${FEATURES}/` },
    },
    {
      name: 'features-through-what-is-shown',
      comment: 'A feature uses another through its module, its reads and its shown use cases, not its insides. The demo is none: it fills the tables, as a migration would.',
      severity: 'error',
      from: { path: `^src/${FEATURES}/`, pathNot: ['\\.spec\\.ts$', '^src/demo/'] },
      to: { path: `^src/${FEATURES}/`, pathNot: ['^src/$1/', SHOWN] },
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { path: '^(src|client)/', pathNot: '\\.spec\\.tsx?$' }, to: { path: ['^test/', '\\.spec\\.tsx?$'] } },
    {
      name: 'client-imports-contract-and-rules-only',
      severity: 'error',
      from: { path: '^client/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(src|migrations|test)/', pathNot: '^src/(contract|rules)/' },
    },
    { name: 'server-imports-no-client', severity: 'error', from: { path: '^src/' }, to: { path: '^client/' } },
    {
      name: 'declared-packages-only',
      comment: 'What is imported is in package.json; what is for development is not imported by what runs.',
      severity: 'error',
      from: { path: '^(src|client/src)/', pathNot: '\\.spec\\.tsx?$' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.imports.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
