package kr.gosan.auth.member;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Row of table {@code member}, as far as it is read again. */
@Entity
@Table(name = "member")
class MemberEntity extends PanacheEntityBase {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Member.Type type;

    @Column(name = "business_number")
    String businessNumber;

    @Column(name = "person_key")
    String personKey;
}
