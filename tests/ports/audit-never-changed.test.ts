import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { entry } from './contract-audit.ts';
import { sqliteRig } from './sqlite-rig.ts';

it('the database itself refuses to change or take away a line of the audit log', async () => {
  const rig = await sqliteRig();
  onTestFinished(() => rig.dispose());
  await rig.store.audit.add(entry());
  await rig.store.close();
  const db = new DatabaseSync(rig.path);
  onTestFinished(() => db.close());
  const kept = db.prepare('SELECT * FROM audit_log').all();
  expect(kept).toHaveLength(1);
  for (const change of ["UPDATE audit_log SET actor = 'somebody else'", 'DELETE FROM audit_log']) {
    expect(() => db.exec(change)).toThrow('the audit log is only added to');
  }
  expect(() => db.exec(`INSERT INTO audit_log SELECT * FROM audit_log`)).toThrow();
  expect(db.prepare('SELECT * FROM audit_log').all()).toEqual(kept);
});
