import { z } from 'zod';
import { identifyDevices, identifyInput } from '@/lib/devices/identify-queries';
import { collection } from '@/lib/wire/collection';
import { deviceItem } from '@/lib/wire/device-wire';
import { collectionOf, identifiedDevice } from './answer-schemas';
import { call } from './call';
import { ofCustomer } from './path-params';
import { noBody } from './read-call';

const { serial, productKey, manufacturer, model } = identifyInput.shape;

const identify = call({
  method: 'get',
  path: '/customers/{customerId}/devices',
  tag: 'Devices',
  summary:
    'A device by its serial number or product key, whatever batch it is in; also by what it was known by before a repair',
  params: ofCustomer,
  query: z
    .object({ serialNumber: serial, productKey, oemManufacturerName: manufacturer, modelName: model })
    .refine((sought) => sought.serialNumber ?? sought.productKey, 'Name serialNumber or productKey.'),
  body: noBody,
  answers: {
    200: {
      description: 'The one it means; several where a serial number alone is several makers’; none that is not yours.',
      schema: collectionOf(identifiedDevice),
    },
  },
  async run({ actor, params: { customerId }, query }) {
    const { serialNumber, oemManufacturerName, modelName } = query;
    const sought = { serial: serialNumber, productKey: query.productKey };
    const make = { manufacturer: oemManufacturerName, model: modelName };
    const found = await identifyDevices(actor, { customerId, ...sought, ...make });
    const items = found.map((device) => ({
      ...deviceItem(device, device.uploadedBy),
      batchId: device.batch,
      ...(device.ownUpload ? { batchTrackingId: device.uploadId } : {}),
    }));
    const said = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const uri = `/customers/${customerId}/devices?${new URLSearchParams(said)}`;
    return { status: 200, body: collection({ items, totalCount: items.length, uri }) };
  },
});

/** Our own, beside what clients know: one device by what is printed on it. */
export const identifyCalls = [identify];
