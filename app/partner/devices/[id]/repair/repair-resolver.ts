import { zodResolver } from '@hookform/resolvers/zod';
import { repairForm } from '@/lib/devices/repair-input';

export const repairResolver = zodResolver(repairForm);
