'use client';

import { useState } from 'react';
import { FileDrop } from '@/components/ui/file-drop';
import type { OneDevice } from '@/lib/devices/one-device';

/** Fills the form from what the hash script wrote on the repaired device. The file stays in the browser. */
export function HashFile({ onRead }: { onRead: (device: OneDevice) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string>();
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setError(undefined);
    if (!chosen) return;
    try {
      const { oneDevice } = await import('@/lib/devices/one-device');
      const read = await oneDevice(chosen);
      if ('problem' in read) setError(read.problem);
      else onRead(read.device);
    } catch {
      setError('This file could not be read here. Paste its hardware hash below.');
    }
  };
  return (
    <FileDrop
      label="File of the hash script"
      name="hashFile"
      accept=".csv,.xlsx,text/csv"
      hint="Fills in the fields below from its one row."
      file={file}
      onFile={choose}
      error={error}
    />
  );
}
