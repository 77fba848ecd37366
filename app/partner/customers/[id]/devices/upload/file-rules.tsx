import { Download } from 'lucide-react';
import { useFormats } from '#formats';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { limits } from '@/lib/devices/limits';
import { paths } from '@/lib/paths';

/** What a person needs to know before choosing a file. */
export function FileRules() {
  const { number } = useFormats();
  return (
    <Card title="What the file looks like">
      <div className="grid gap-4">
        <p>
          A CSV or Excel file with one device in each line, as Partner Center, Intune and hash collectors write it.
          Columns come in any order; those that do not describe devices are named and not read. Headers in other words,
          or none at all, are asked about.
        </p>
        <div>
          <p className="font-medium">Each line identifies its device by one of these:</p>
          <ul className="mt-1 list-disc pl-5">
            <li>serial number, manufacturer and model</li>
            <li>product key</li>
            <li>hardware hash, alone or with the others</li>
          </ul>
        </div>
        <div>
          <p className="font-medium">Limits</p>
          <ul className="mt-1 list-disc pl-5">
            <li>{number(limits.rows)} rows</li>
            <li>{limits.columns} columns</li>
            <li>
              {limits.file / 1024 ** 3} GiB a CSV file, {limits.workbook / 1024 ** 2} MiB an Excel file
            </li>
            <li>{limits.cell / 1024} KiB a cell</li>
          </ul>
        </div>
        <a
          href={paths.uploadTemplate()}
          download
          className={`${buttonClass({ variant: 'secondary' })} justify-self-start`}
        >
          <Download aria-hidden className="size-4" />
          Download the template
        </a>
      </div>
    </Card>
  );
}
