package kr.gosan.coverage.insured;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code person}. */
@Entity
@Immutable
@Table(name = "person")
public class PersonEntity {

    @Id
    UUID id;

    @Column(name = "person_key")
    String personKey;

    @Column(name = "resident_number")
    byte[] residentNumber;
}
