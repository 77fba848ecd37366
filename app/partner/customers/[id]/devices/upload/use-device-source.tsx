import { type ReactNode, useState } from 'react';
import { limits } from '@/lib/devices/limits';
import type { DeviceSource } from './source-choice';
import { type KnownDevice, newDevice, type TypedDevice, typedFile } from './typed-file';
import { TypedRows } from './typed-rows';

interface ChosenSource {
  kind: DeviceSource;
  setKind: (kind: DeviceSource) => void;
  /** What would be uploaded. */
  file: File | null;
  /** Another one with every file. */
  version: number;
  choose: (file: File | null) => void;
  typedRows: ReactNode;
  /** What is wrong with the file beside the field it came from. */
  error: string | undefined;
  /** Why there is nothing to upload yet; shows it too. */
  problem: () => string | undefined;
  refuse: (sentence: string) => void;
}

/**
 * Where the devices come from: a file, or what is typed in its place, beginning with a device that is known already. Going from
 * one to the other loses neither.
 */
export function useDeviceSource(known: KnownDevice | null): ChosenSource {
  const [kind, setKind] = useState<DeviceSource>(known ? 'typed' : 'file');
  const [chosen, setChosen] = useState<File | null>(null);
  const [devices, setDevices] = useState(() => [newDevice(known ?? {})]);
  const [typed, setTyped] = useState(() => ({
    file: known && typedFile(devices),
    of: known ? contentOf(devices) : '',
  }));
  const [error, setError] = useState<string>();
  const [version, setVersion] = useState(0);
  const file = kind === 'file' ? chosen : typed.file;
  const another = () => {
    setError(undefined);
    setVersion(version + 1);
  };

  const settle = () => {
    const of = contentOf(devices);
    if (of === typed.of) return;
    setTyped({ file: typedFile(devices), of });
    another();
  };

  return {
    kind,
    file,
    version,
    error,
    setKind(next) {
      setKind(next);
      another();
    },
    choose(next) {
      setChosen(next);
      another();
    },
    typedRows: (
      <TypedRows
        devices={devices}
        onSettled={settle}
        error={error}
        onChange={(next) => {
          setDevices(next);
          setError(undefined);
        }}
      />
    ),
    problem() {
      const found = kind === 'file' ? fileProblem(file) : file ? undefined : 'Type in a device first.';
      setError(found);
      return found;
    },
    refuse: setError,
  };
}

const contentOf = (devices: TypedDevice[]): string => JSON.stringify(devices.map(({ key: _, ...cells }) => cells));

function fileProblem(file: File | null): string | undefined {
  if (!file) return 'Choose a device file first.';
  if (file.size === 0) return 'The file is empty. Choose a device list.';
  if (file.size > limits.file) return 'The file is larger than 2 GiB. Split it and upload the parts.';
  return undefined;
}
