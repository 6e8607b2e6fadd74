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
  },
};

export default config;
