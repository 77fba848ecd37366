import { receiptRecord } from '@/app/receipt-record';

export const GET = receiptRecord('customer');
