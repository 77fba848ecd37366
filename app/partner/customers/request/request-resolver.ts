import { zodResolver } from '@hookform/resolvers/zod';
import { sendRequestInput } from '@/lib/consent/send-request-input';

export const requestResolver = zodResolver(sendRequestInput);
