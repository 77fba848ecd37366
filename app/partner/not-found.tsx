export { MissingNotice as default } from '@/components/shell/missing-notice';
