CREATE TABLE "credential_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"replaced_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "credential_links" ADD CONSTRAINT "credential_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "credential_links_token" ON "credential_links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "credential_links_open" ON "credential_links" USING btree ("user_id","purpose") WHERE used_at is null and replaced_at is null;--> statement-breakpoint
CREATE INDEX "credential_links_user" ON "credential_links" USING btree ("user_id");