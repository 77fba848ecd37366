CREATE TABLE `audit_calls` (
	`request_id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`request_id`, `seq`)
);
--> statement-breakpoint
ALTER TABLE `consent_requests` ADD `email_key` text;--> statement-breakpoint
ALTER TABLE `consent_requests` ADD `organization_key` text;--> statement-breakpoint
ALTER TABLE `consent_requests` ADD `resent_by` blob REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `consent_requests_customer` ON `consent_requests` (`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `consent_requests_email` ON `consent_requests` (`email_key`,`id`);--> statement-breakpoint
CREATE INDEX `consent_requests_organization` ON `consent_requests` (`organization_key`,`id`);--> statement-breakpoint
CREATE INDEX `consent_requests_state` ON `consent_requests` (`state`,`created_at`,`expires_at`);--> statement-breakpoint
CREATE INDEX `consent_requests_decided` ON `consent_requests` (`decided_at`,`state`,`created_at`);--> statement-breakpoint
ALTER TABLE `uploads` ADD `file_name_key` text;--> statement-breakpoint
CREATE INDEX `uploads_partner` ON `uploads` (`partner_id`,`id`);--> statement-breakpoint
CREATE INDEX `uploads_file` ON `uploads` (`file_name_key`,`id`);--> statement-breakpoint
CREATE INDEX `uploads_created` ON `uploads` (`created_at`,`state`);--> statement-breakpoint
CREATE INDEX `uploads_failed` ON `uploads` (`created_at`,`failure_code`) WHERE "uploads"."failure_code" is not null;--> statement-breakpoint
ALTER TABLE `users` ADD `name_key` text;--> statement-breakpoint
CREATE INDEX `users_name` ON `users` (`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `api_calls_request` ON `api_calls` (`request_id`);--> statement-breakpoint
CREATE INDEX `audit_events_subject` ON `audit_events` (`subject_id`,`seq`);--> statement-breakpoint
CREATE INDEX `conflicts_closed` ON `conflicts` (`closed_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `conflicts_asker_customer` ON `conflicts` (`asker_customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `conflicts_device` ON `conflicts` (`device_id`,`id`);--> statement-breakpoint
CREATE INDEX `tenants_name` ON `tenants` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `consents_customer` ON `consents` (`customer_id`,`revoked_at`);--> statement-breakpoint
CREATE INDEX `consents_granted` ON `consents` (`granted_at`);--> statement-breakpoint
CREATE INDEX `removal_requests_closed` ON `removal_requests` (`closed_at`,`created_at`);--> statement-breakpoint
UPDATE `users` SET `name_key` = substr(lower_text(`name`), 1, 200);--> statement-breakpoint
UPDATE `consent_requests` SET `email_key` = nullif(substr(lower_text(trim(`recipient_email`)), 1, 200), ''), `organization_key` = nullif(substr(lower_text(trim(`recipient_organization`)), 1, 200), '');--> statement-breakpoint
UPDATE `uploads` SET `file_name_key` = substr(lower_text(`file_name`), 1, 200) WHERE `file_name` IS NOT NULL;