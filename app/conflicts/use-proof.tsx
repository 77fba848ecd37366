import { type ReactNode, useState } from 'react';
import { FileDrop } from '@/components/ui/file-drop';
import { proofTypeOf } from '@/lib/conflicts/proof-type';

interface AskedProof {
  label: string;
  hint: string;
  /** Said when no file was chosen; without it, there may be none. */
  missing?: string;
}

/** What shows support that a device was bought. */
export const purchaseProof: AskedProof = {
  label: 'Proof of purchase',
  hint: 'The invoice or receipt that names this device, as PDF or image, up to 5 MB. Support alone sees it.',
  missing: 'Choose the invoice or the receipt of this device.',
};

interface ChosenProof {
  file: File | null;
  field: ReactNode;
  /**
   * Looks at the content as the server will; shows what is wrong and resolves with the file only when it can be sent. Where
   * none is needed, `null` is none and `undefined` is one that can't be sent.
   */
  checked: () => Promise<File | null | undefined>;
  refuse: (sentence: string) => void;
}

/** The field for a file that proves something. */
export function useProof({ label, hint, missing }: AskedProof): ChosenProof {
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string>();
  const problemOf = async (chosen: File | null): Promise<string | undefined> => {
    if (!chosen) return missing;
    const start = new Uint8Array(await chosen.slice(0, 16).arrayBuffer());
    const found = proofTypeOf(start, chosen.size);
    return 'problem' in found ? found.problem : undefined;
  };
  return {
    file,
    refuse: setError,
    async checked() {
      const problem = await problemOf(file);
      setError(problem);
      return problem ? undefined : file;
    },
    field: (
      <FileDrop
        label={label}
        name="proof"
        accept=".pdf,.png,.jpg,.jpeg,.webp,application/pdf,image/png,image/jpeg,image/webp"
        hint={hint}
        file={file}
        error={error}
        onFile={(chosen) => {
          setFile(chosen);
          setError(undefined);
          if (chosen) void problemOf(chosen).then(setError);
        }}
      />
    ),
  };
}
