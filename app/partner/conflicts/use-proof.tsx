import { type ReactNode, useState } from 'react';
import { FileDrop } from '@/components/ui/file-drop';
import { proofTypeOf } from '@/lib/conflicts/proof-type';

interface ChosenProof {
  file: File | null;
  field: ReactNode;
  /** Looks at the content as the server will; shows what is wrong and resolves with the file only when it can be sent. */
  checked: () => Promise<File | null>;
  refuse: (sentence: string) => void;
}

/** The field for a proof of purchase. */
export function useProof(): ChosenProof {
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string>();
  const problemOf = async (chosen: File | null): Promise<string | undefined> => {
    if (!chosen) return 'Choose the invoice or the receipt of this device.';
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
      return problem ? null : file;
    },
    field: (
      <FileDrop
        label="Proof of purchase"
        name="proof"
        accept=".pdf,.png,.jpg,.jpeg,.webp,application/pdf,image/png,image/jpeg,image/webp"
        hint="The invoice or receipt that names this device, as PDF or image, up to 5 MB. Support alone sees it."
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
