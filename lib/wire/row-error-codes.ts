import type { RowCode } from '@/lib/devices/row-codes';

/** The numbers of CSV.md, which are Microsoft's where it has one. */
export const rowErrorCodes: Record<RowCode, string> = {
  already_registered: '806',
  other_tenant: '808',
  other_registrar: '811',
  no_identity: '803',
  bad_hash: '802',
  duplicate_in_file: '801',
  identity_mismatch: '908',
  bad_product_key: '801',
  bad_serial: '801',
  bad_characters: '801',
  too_long: '801',
  too_many_cells: '801',
  spreadsheet_damage: '801',
  no_consent: '801',
  consent_revoked: '801',
  permission_revoked: '640',
  suspended: '640',
  all_or_nothing: '640',
};
