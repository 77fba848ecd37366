ALTER TABLE "conflicts" ALTER COLUMN "asked_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "consent_requests" ALTER COLUMN "created_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "conflicts" ADD COLUMN "asked_client_id" uuid;--> statement-breakpoint
ALTER TABLE "conflicts" ADD COLUMN "refused_client_id" uuid;--> statement-breakpoint
ALTER TABLE "conflicts" ADD COLUMN "closed_client_id" uuid;--> statement-breakpoint
ALTER TABLE "consent_requests" ADD COLUMN "client_id" uuid;--> statement-breakpoint
ALTER TABLE "consent_requests" ADD COLUMN "decided_client_id" uuid;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_asked_client_id_api_clients_id_fk" FOREIGN KEY ("asked_client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_refused_client_id_api_clients_id_fk" FOREIGN KEY ("refused_client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_closed_client_id_api_clients_id_fk" FOREIGN KEY ("closed_client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_client_id_api_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent_requests" ADD CONSTRAINT "consent_requests_decided_client_id_api_clients_id_fk" FOREIGN KEY ("decided_client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;