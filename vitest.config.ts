import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// graphql 17 offers a development copy behind an export condition. Vite would pick it for our files while node_modules
// get the plain one: two GraphQLError classes, and every error masked. Pin both to the copy that Node resolves.
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) };

export default defineConfig({
  resolve: { alias: [graphql] },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/built-dashboard.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Tests open and close hundreds of stores, whose threads strip types in WebAssembly. V8 13.6 crashes now and then
    // when it replaces a wrapper of such code after another thread has ended; this keeps it from replacing any.
    execArgv: ['--wasm-wrapper-tiering-budget=1000000000'],
    // States are awaited on machines that are busy with other things, too.
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
