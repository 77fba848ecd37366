CREATE TABLE `device_identities` (
	`id` blob PRIMARY KEY NOT NULL,
	`device_id` blob NOT NULL,
	`customer_id` blob NOT NULL,
	`registrar_id` blob NOT NULL,
	`serial` text,
	`manufacturer` text NOT NULL,
	`model` text NOT NULL,
	`product_key` text,
	`hash_digest` blob,
	`hash` blob,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`replaced_by` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `device_identities_device` ON `device_identities` (`device_id`,`until`,`id`);--> statement-breakpoint
CREATE INDEX `device_identities_customer` ON `device_identities` (`customer_id`,`device_id`);--> statement-breakpoint
CREATE INDEX `device_identities_serial` ON `device_identities` (`serial`);--> statement-breakpoint
CREATE INDEX `device_identities_product_key` ON `device_identities` (`product_key`);--> statement-breakpoint
CREATE INDEX `device_identities_hash` ON `device_identities` (`hash_digest`);