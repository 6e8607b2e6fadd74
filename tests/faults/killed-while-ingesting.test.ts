import { testRig } from './run-as-test.ts';

testRig('ingest');
