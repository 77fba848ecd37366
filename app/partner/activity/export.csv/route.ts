export { activityDownload as GET } from '@/app/activity-download';
