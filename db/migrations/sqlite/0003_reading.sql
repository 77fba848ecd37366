CREATE TABLE `column_mappings` (
	`partner_id` blob NOT NULL,
	`header_digest` text NOT NULL,
	`fields` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`partner_id`, `header_digest`),
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `uploads` ADD `format` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `header` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `mapping` text;--> statement-breakpoint
ALTER TABLE `uploads` ADD `group_tag` text;