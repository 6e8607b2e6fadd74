import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/domain/json.ts';
import { templateNewsOf } from '../../src/domain/template-news.ts';
import type { Template } from '../../src/domain/tenant.ts';
import { entry } from './contract-audit.ts';
import { NOW } from './fixtures.ts';
import type { StoreRig } from './store-contract.ts';

function template(name: string, language = 'en_US'): Template {
  return {
    id: `id-${name}-${language}`,
    wabaId: '77',
    name,
    language,
    status: 'APPROVED',
    category: 'UTILITY',
    parameterFormat: 'POSITIONAL',
    components: [{ type: 'BODY', text: 'hi \ud800 {{1}}' }],
  };
}

const news = (value: JsonObject, at = NOW) => templateNewsOf({ message_template_id: 'id-a-en_US', ...value }, at);
const names = (all: readonly Template[]) => all.map(({ name, language }) => `${name}.${language}`);

export function templatesContract(rig: () => StoreRig): void {
  describe('templates', () => {
    it('are replaced as a whole, per account, and what changed is counted', async () => {
      const { templates } = rig().store;
      expect(await templates.list('77')).toEqual({ templates: [], syncedAt: null });
      const first = await templates.replaceAll('77', [template('b'), template('a', 'ar'), template('a')], NOW);
      expect(first).toEqual({ added: 3, changed: 0, removed: 0, total: 3 });
      await templates.replaceAll('88', [], NOW + 1);
      const kept = await templates.list('77');
      expect(kept).toMatchObject({ templates: [template('a', 'ar'), template('a'), template('b')], syncedAt: NOW });
      const changed = { ...template('a'), quality: 'RED' };
      const second = await templates.replaceAll('77', [changed, template('b'), template('c')], NOW + 2);
      expect(second).toEqual({ added: 1, changed: 1, removed: 1, total: 3 });
      const next = await templates.list('77');
      expect(next).toMatchObject({ templates: [changed, template('b'), template('c')], syncedAt: NOW + 2 });
      expect(await templates.list('88')).toEqual({ templates: [], syncedAt: NOW + 1 });
    });

    it('are recorded with who asked for them, when a list changed anything', async () => {
      const { audit, templates } = rig().store;
      const [one, other, third] = [0, 1, 2].map(() => entry({ action: 'template.sync', changes: {} }));
      if (one === undefined || other === undefined || third === undefined) throw new Error('three entries');
      await templates.replaceAll('77', [template('a')], NOW, [one, other]);
      await templates.replaceAll('77', [template('a')], NOW + 1, [third]);
      const { rows } = await audit.list(null, { action: 'template.sync' }, { limit: 9, from: 'oldest' });
      expect(rows.map(({ id }) => id).toSorted()).toEqual([one.id, other.id].toSorted());
      expect(rows[0]?.changes).toMatchObject({ added: { after: 1 }, changed: { after: 0 }, removed: { after: 0 } });
    });

    it('stand as they were told last, also in a list that was asked for before and after a restart', async () => {
      const { store } = rig();
      await store.templates.replaceAll('77', [template('a'), template('b')], NOW);
      const paused = news({ event: 'PAUSED', other_info: { title: 'FIRST_PAUSE' } });
      const unknown = templateNewsOf({ message_template_id: 'id-z', event: 'PAUSED' }, NOW);
      expect(await store.templates.tell('77', [paused, unknown])).toBe(1);
      expect(await store.templates.tell('88', [paused])).toBe(0);
      await store.templates.replaceAll('77', [template('a'), template('b')], NOW);
      const { templates } = await (await rig().reopen()).templates.list('77');
      expect(templates).toMatchObject([{ status: 'PAUSED', pausedUntil: expect.any(String) }, { status: 'APPROVED' }]);
      await rig().store.templates.replaceAll('77', [template('a'), template('b')], NOW + 60_000);
      expect((await rig().store.templates.list('77')).templates).toMatchObject([{ status: 'APPROVED' }, {}]);
    });

    it('that were made here stay for a minute though no list holds them, and a list is not overwritten', async () => {
      const { templates } = rig().store;
      await templates.add(template('new'), NOW);
      await templates.replaceAll('77', [template('a')], NOW + 59_999);
      await templates.add({ ...template('a'), status: 'PENDING' }, NOW);
      const { templates: all } = await templates.list('77');
      expect(names(all)).toEqual(['a.en_US', 'new.en_US']);
      expect(all[0]).toMatchObject({ status: 'APPROVED' });
      expect(await templates.replaceAll('77', [template('a')], NOW + 60_000)).toMatchObject({ removed: 1, total: 1 });
    });

    it('are removed by id, in their account alone', async () => {
      const { templates } = rig().store;
      await templates.replaceAll('77', [template('a'), template('a', 'ar'), template('b')], NOW);
      await templates.remove('88', ['id-b-en_US']);
      await templates.remove('77', ['id-a-en_US', 'id-a-ar', 'id-none']);
      expect(names((await templates.list('77')).templates)).toEqual(['b.en_US']);
    });
  });
}
