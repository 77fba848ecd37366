export { DeniedNotice as default } from '@/components/shell/denied-notice';
