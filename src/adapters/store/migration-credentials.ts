/**
 * Sealed credentials of tenants' own numbers, what Meta says of a number, and the tenant at whose own address a webhook
 * came (null: at the operator's).
 */
export const NUMBER_CREDENTIALS = `
CREATE TABLE number_credentials (
  number_id TEXT PRIMARY KEY, tenant_id TEXT NOT NULL, key_id TEXT NOT NULL, wrap TEXT NOT NULL, box TEXT NOT NULL
) STRICT, WITHOUT ROWID;
ALTER TABLE phone_numbers ADD COLUMN verified_name TEXT;
ALTER TABLE phone_numbers ADD COLUMN quality TEXT;
ALTER TABLE raw_webhooks ADD COLUMN tenant_id TEXT;
ALTER TABLE quarantine ADD COLUMN tenant_id TEXT;
`;
