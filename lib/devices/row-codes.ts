/** The stable codes of CSV.md that a row can get here, each with what the row was not told in particular. */
export const rowCodes = {
  already_registered: { retryable: false, sentence: 'Already registered for this customer. Nothing was changed.' },
  other_tenant: {
    retryable: false,
    sentence:
      'This device is registered to another organization. Check the identifiers; if they are right, ask for its release.',
  },
  other_registrar: {
    retryable: false,
    sentence: 'Another partner registered this device for this customer. Ask the customer which partner manages it.',
  },
  no_identity: {
    retryable: false,
    sentence: 'Nothing in this row identifies a device.',
  },
  bad_hash: { retryable: false, sentence: 'The hardware hash cannot be read.' },
  duplicate_in_file: { retryable: false, sentence: 'An earlier row of this file is the same device.' },
  identity_mismatch: {
    retryable: false,
    sentence:
      'The identifiers of this row belong to different devices. Check the serial number, product key and hardware hash.',
  },
  bad_product_key: { retryable: false, sentence: 'The product key is not valid.' },
  bad_serial: { retryable: false, sentence: 'The serial number is not valid.' },
  bad_characters: { retryable: false, sentence: 'The cell holds characters that cannot be part of it.' },
  too_long: { retryable: false, sentence: 'The cell is longer than allowed.' },
  too_many_cells: { retryable: false, sentence: 'The row has more cells than the header has columns.' },
  spreadsheet_damage: { retryable: false, sentence: 'A spreadsheet changed this value.' },
  no_consent: { retryable: false, sentence: 'The customer has not given consent.' },
  consent_revoked: {
    retryable: false,
    sentence: "The customer's consent ended before this row was reached. It was not registered.",
  },
  /** Not in CSV.md: a row that was not reached before the sender's account or role was taken away. */
  permission_revoked: {
    retryable: true,
    sentence: 'Whoever sent the file may no longer register devices. This row was not registered.',
  },
  /** Not in CSV.md: a row that was not reached before support suspended the partner, its reseller or the API client. */
  suspended: {
    retryable: true,
    sentence: 'Support suspended a partner or an API client that the upload depends on. This row was not registered.',
  },
  /** Not in CSV.md: a row without fault of an upload that registers all of its rows or none. */
  all_or_nothing: {
    retryable: true,
    sentence: 'Nothing is wrong with this row. It was not registered because other rows have faults.',
  },
} as const;

/** Of `already_registered`, for a row that names what a device was before its repair. */
export const repairedSentence =
  'This is the former hardware of a device that was repaired and is registered with its new hardware. Nothing was changed.';

export type RowCode = keyof typeof rowCodes;

/** Why a row is refused, and in which column of the person's own file. */
export interface RowFault {
  code: RowCode;
  column: string | null;
  message: string;
}
