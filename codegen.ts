import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  // Loaded by Node itself, as the gateway loads it: importing it opens nothing.
  schema: './src/transport/graphql/schema.ts',
  documents: ['client/operations/*.graphql'],
  emitLegacyCommonJSImports: false,
  importExtension: '.ts',
  generates: {
    './schema.graphql': { plugins: ['schema-ast'], config: { sort: true } },
    './client/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        documentMode: 'string',
        scalars: { Cursor: 'string', DateTime: 'string', JSON: 'unknown' },
      },
    },
    // The dashboard's own operations, over the same fragments. Apart, so that its first load holds nothing else.
    './client/dashboard/generated/': {
      preset: 'client',
      documents: ['client/operations/fragments.graphql', 'client/dashboard/**/*.graphql'],
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumType: 'string-literal',
        documentMode: 'string',
        // So that a bundler leaves out the documents that nothing asks.
        pureMagicComment: true,
        scalars: { Cursor: 'string', DateTime: 'string', JSON: 'unknown' },
      },
    },
    // Which types an interface or a union stands for: the dashboard's cache asks it of each fragment.
    './client/dashboard/generated/possible-types.ts': {
      plugins: ['fragment-matcher'],
      config: { useTypeImports: true },
    },
  },
};

export default config;
