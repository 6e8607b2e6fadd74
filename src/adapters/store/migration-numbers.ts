import { HOME_TENANT, RENTED } from '../../domain/tenant.ts';

/** How a number is shared, as JSON; null for one that is its tenant's alone. The master number is rented to tenants. */
export const SHARED_NUMBERS = `
ALTER TABLE phone_numbers ADD COLUMN sharing TEXT;
UPDATE phone_numbers SET sharing = '${JSON.stringify(RENTED)}'
WHERE credentials = 'master' AND tenant_id = '${HOME_TENANT}';
`;
