/** As the firmware of every Surface says it. */
export const surfaceMaker = 'Microsoft Corporation';

/**
 * Surface models as their firmware names them ("System Model"), for choosing; others can be typed. From
 * https://learn.microsoft.com/surface/surface-system-sku-reference.
 */
export const surfaceModels = [
  'Surface 3',
  'Surface Book 2',
  'Surface Book 3',
  'Surface Go',
  'Surface Go 2',
  'Surface Go 3',
  'Surface Go 4',
  'Surface Laptop',
  'Surface Laptop 2',
  'Surface Laptop 3',
  'Surface Laptop 4',
  'Surface Laptop 5',
  'Surface Laptop Go',
  'Surface Laptop Go 2',
  'Surface Laptop Go 3',
  'Surface Laptop SE',
  'Surface Laptop Studio',
  'Surface Laptop Studio 2',
  'Surface Pro',
  'Surface Pro 4',
  'Surface Pro 6',
  'Surface Pro 7',
  'Surface Pro 7+',
  'Surface Pro 8',
  'Surface Pro 9',
  'Surface Pro X',
  'Surface Studio',
  'Surface Studio 2',
  'Surface Studio 2+',
] as const;
