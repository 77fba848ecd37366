CREATE TABLE `credential_links` (
	`id` blob PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`purpose` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`replaced_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credential_links_token` ON `credential_links` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `credential_links_open` ON `credential_links` (`user_id`,`purpose`) WHERE used_at is null and replaced_at is null;--> statement-breakpoint
CREATE INDEX `credential_links_user` ON `credential_links` (`user_id`);